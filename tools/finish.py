"""Trunk's post_build hook: the module in parts, what is bare, and the names of the lazy files first, then the head and the
policy, then the list of files, which must see the page as it will be served."""

import bare
import csp
import head
import lazy
import offline
import split

if __name__ == "__main__":
    split.main()
    bare.main()
    lazy.main()
    head.main()
    csp.main()
    offline.main()
