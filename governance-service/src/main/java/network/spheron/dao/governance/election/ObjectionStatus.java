package network.spheron.dao.governance.election;

/** What became of the objection to an award; one that lapses stays live by name, and ends by the clock. */
enum ObjectionStatus {
    LIVE,
    DISMISSED,
    UPHELD
}
