package network.spheron.dao.messaging;

/** Why an aggregate is parked: it waits for a prerequisite, or its next event could not be handled. */
enum ParkedState {
    WAITING,
    DEAD
}
