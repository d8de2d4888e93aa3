package network.spheron.dao.messaging;

/** Why an aggregate is parked: it waits for a prerequisite, or its next event cannot be handled by this program. */
enum ParkedState {
    WAITING,
    DEAD
}
