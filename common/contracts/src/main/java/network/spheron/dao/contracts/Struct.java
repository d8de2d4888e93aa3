package network.spheron.dao.contracts;

import java.util.List;

/** A Solidity struct. */
interface Struct {
    /** The values in the order of the struct's fields. */
    List<Object> fields();
}
