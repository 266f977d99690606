"""`python -m transtrack`."""

from transtrack.cli import main

if __name__ == "__main__":
    main()
