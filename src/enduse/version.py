"""The version, apart from the package's face so that every room may know it."""

VERSION = "0.1.0"
