package network.spheron.dao.governance.portal;

import network.spheron.dao.chain.SubmissionView;

/** A signed vote or ballot of the person who looks, and the transaction that carries it. */
public record OwnSubmission(String label, SubmissionView submission) {}
