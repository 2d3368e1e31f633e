"""United States, import manifests (bills of lading) in the form of 61 columns."""
