package network.spheron.dao.chain;

/** CDI event, fired inside the transaction in which a submission becomes FINAL or REFUSED. */
public record SubmissionSettled(SubmissionView submission) {}
