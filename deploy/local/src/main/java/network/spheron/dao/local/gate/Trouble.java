package network.spheron.dao.local.gate;

/** What a node, or what stands before it, does to a caller. */
public enum Trouble {
    /** No answer until the gate passes again; the request does not reach the node. */
    SILENCE,
    /** The connection ends without an answer; the request does not reach the node. */
    REQUEST_LOST,
    /** HTTP status 429; the request does not reach the node. */
    TOO_MANY_REQUESTS,
    /** The first half of the node's answer, then the end of the connection. */
    CUT_SHORT,
    /** The request is handed on and takes effect; the connection ends without the answer. */
    ANSWER_LOST
}
