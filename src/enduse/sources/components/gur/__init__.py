"""Foreign parts found in weapons, as the Defence Intelligence of Ukraine (GUR) publishes them."""
