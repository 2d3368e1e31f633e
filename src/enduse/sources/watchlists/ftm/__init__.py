"""Watchlists in FollowTheMoney: entities.ftm.json, statements.csv and targets.simple.csv of OpenSanctions."""
