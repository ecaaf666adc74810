"""The recruiter's pages: everything the service does, in a browser, without a network.

The pages compute nothing and store nothing by themselves: they call what the routes of the API are
made of, so that whatever is done here is checked, counted and noted as it is there.
"""
