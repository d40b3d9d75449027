"""Trunk's post_build hook: the names of the second module first, then the policy, then the list of files, which must see the
page as it will be served."""

import csp
import lazy
import offline

if __name__ == "__main__":
    lazy.main()
    csp.main()
    offline.main()
