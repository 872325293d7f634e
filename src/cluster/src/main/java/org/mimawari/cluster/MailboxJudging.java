package org.mimawari.cluster;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.mimawari.scan.SharedScan;
import scala.Tuple2;

/** Judges one mailbox after the other while their evidence streams by in order. Not safe for several threads. */
final class MailboxJudging implements Iterator<byte[]> {

    private final Iterator<Tuple2<PieceKey, byte[]>> sorted;
    private final SharedScan.Judging judging;
    private Optional<Tuple2<PieceKey, byte[]>> next = Optional.empty();

    MailboxJudging(Iterator<Tuple2<PieceKey, byte[]>> sorted, SharedScan.Judging judging) {
        this.sorted = sorted;
        this.judging = judging;
        move();
    }

    private void move() {
        next = sorted.hasNext() ? Optional.of(sorted.next()) : Optional.empty();
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public byte[] next() {
        String mailbox = next.orElseThrow(NoSuchElementException::new)._1().mailbox();
        return judging.judge(mailbox, new Iterator<>() {

            @Override
            public boolean hasNext() {
                return next.filter(row -> row._1().mailbox().equals(mailbox)).isPresent();
            }

            @Override
            public byte[] next() {
                byte[] pieces = next.orElseThrow(NoSuchElementException::new)._2();
                move();
                return pieces;
            }
        });
    }
}
