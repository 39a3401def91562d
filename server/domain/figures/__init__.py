"""What business days amount to: the arithmetic of reports and analytics, the same for both.

| Word | Is |
|---|---|
| wait | from asking to the first call |
| service | from *Arrived*, or else the call, until it is done; of somebody who was sent on, all of them |
| total | from asking until it is done |
| between | what of the total is neither: walking up, being on hold, waiting again |
| handling | what a desk needs for customers: from each call until they are done or did not come, and the gap |
| gap | from a desk being free, the customer there and the desk serving their queue until the call, as far as that is at most a quarter of an hour |
| open | from signing in to signing out; who forgot to was there until the last thing done |
| break | the desk was paused, and no customer there |
| free | open, less handling and break |
| occupancy | handling / (open − break) |
| missed rate | called and did not come / called |
| left rate | left before a call / asked |
| service level | served, called within the target / asked, less those who left within it and those who are still here |

Test numbers are in none of them, and what a desk undid is as if it had not been.
"""
