package org.stockwright.persistence.internal;

import java.io.IOException;
import java.sql.Connection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Refusal;

/** Of an embedded store nobody else knows anything; what can trouble it is the disk, which is looked at every second. */
final class DiskWatch implements News {

    private static final Logger LOG = LoggerFactory.getLogger(DiskWatch.class);

    private final StoreHome home;
    private final Trouble trouble;
    private final CountDownLatch over = new CountDownLatch(1);

    /** Begins to watch. */
    DiskWatch(StoreHome home, Trouble trouble) {
        this.home = home;
        this.trouble = trouble;
        Thread.ofPlatform().daemon().name("Stockwright disk").start(this::run);
    }

    private void run() {
        try {
            while (!over.await(1, TimeUnit.SECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            LOG.debug("The disk is not watched any more", e);
        }
    }

    private void look() {
        try {
            Optional<Refusal> full = home.full();
            full.ifPresentOrElse(trouble::is, trouble::over);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The disk could not be looked at", e);
        }
    }

    @Override
    public void committing(Connection connection, Set<Topic> topics) {
        // this process is the only one
    }

    @Override
    public void committed(Set<Topic> topics) {
        // this process is the only one
    }

    @Override
    public void close() {
        over.countDown();
    }

}
