package org.mimawari.connector.imap;

import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.Checkpoints;

/** Lets several mailboxes speak at the same time to checkpoints that know one thread only, the one of the sink. */
final class LockedCheckpoints implements Checkpoints {

    private final Checkpoints checkpoints;
    private final Object lock;

    /** @param lock that of the sink: both may write into the same store */
    LockedCheckpoints(Checkpoints checkpoints, Object lock) {
        this.checkpoints = checkpoints;
        this.lock = lock;
    }

    @Override
    public Optional<String> find(String source) {
        synchronized (lock) {
            return checkpoints.find(source);
        }
    }

    @Override
    public Set<String> sources() {
        synchronized (lock) {
            return checkpoints.sources();
        }
    }

    @Override
    public void put(String source, String place) {
        synchronized (lock) {
            checkpoints.put(source, place);
        }
    }

    @Override
    public void keep(String source) {
        synchronized (lock) {
            checkpoints.keep(source);
        }
    }

    @Override
    public void replace(String source) {
        synchronized (lock) {
            checkpoints.replace(source);
        }
    }

    @Override
    public void renew(String source) {
        synchronized (lock) {
            checkpoints.renew(source);
        }
    }

    @Override
    public void withdraw(String source) {
        synchronized (lock) {
            checkpoints.withdraw(source);
        }
    }
}
