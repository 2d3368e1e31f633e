"""Companies, owners and directors as FollowTheMoney JSON lines."""
