package network.spheron.dao.local.gate;

/** Threads that do not keep the virtual machine from ending. */
final class Threads {
    private Threads() {}

    static Thread of(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    static void start(String name, Runnable work) {
        of(name, work).start();
    }
}
