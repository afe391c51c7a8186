"""The embedded curriculum itself, held to the measure it is written to."""
