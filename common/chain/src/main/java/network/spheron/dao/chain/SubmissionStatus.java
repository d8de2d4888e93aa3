package network.spheron.dao.chain;

/** Life of a relayed transaction. REFUSED is reached when its simulation or its execution reverts. */
public enum SubmissionStatus {
    ACCEPTED,
    SENT,
    MINED,
    FINAL,
    REFUSED
}
