"""Trunk's post_build hook: the policy first, then the list of files, which must see the page as it will be served."""

import csp
import offline

if __name__ == "__main__":
    csp.main()
    offline.main()
