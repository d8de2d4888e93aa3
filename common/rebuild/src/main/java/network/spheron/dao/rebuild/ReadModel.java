package network.spheron.dao.rebuild;

import java.util.List;

/**
 * What a service declares so that it can be rebuilt: every table of its own, those that others refer to first. What the
 * shared modules keep in each database is declared in {@link SharedTables}.
 */
public interface ReadModel {
    /** The service's tables. */
    List<Table> tables();
}
