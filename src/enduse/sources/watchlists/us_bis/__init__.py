"""Lists of the US Bureau of Industry and Security: Entity List, Military End Users, Denied Persons."""
