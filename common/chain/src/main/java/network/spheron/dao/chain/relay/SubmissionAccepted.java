package network.spheron.dao.chain.relay;

/** There is something to send, once the surrounding transaction has committed. */
record SubmissionAccepted() {}
