package network.spheron.dao.faults.infrastructure;

import java.util.List;
import network.spheron.dao.faults.Fault;

/** All faults of what the services build on, by number. */
public final class Infrastructure {
    private Infrastructure() {}

    public static List<Fault> faults() {
        return List.of(
                new TwoTreasuries(),
                new BrokerKilled(),
                new DatabaseKilled(),
                new DiskFull(),
                new ChainKilled(),
                new ChainStartedAnew(),
                new NodeBehind(),
                new SignInKilled(),
                new KeysRotated(),
                new NodeOverloaded(),
                new Partition(),
                new ClockOff(),
                new PoolExhausted(),
                new RollingRestart());
    }
}
