package org.stockwright.purchasing.internal.receiving;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Task;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.LineQuery;
import org.stockwright.documents.spi.TaskSource;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.Receipts;

/** Receipts with lines of which something is left to be done, the oldest first. */
abstract class ReceivingTasks implements TaskSource {

    private final UnitOfWork work;
    private final DocumentBook book;
    private final String topic;
    private final String title;
    private final Function<DocumentLine, BigDecimal> left;

    ReceivingTasks(UnitOfWork work, DocumentBook book, String topic, String title,
        Function<DocumentLine, BigDecimal> left) {
        this.work = work;
        this.book = book;
        this.topic = topic;
        this.title = title;
        this.left = left;
    }

    @Override
    public final List<Task> tasks(int limit) {
        Map<Document, List<String>> waiting = new LinkedHashMap<>();
        work.read(transaction -> {
            book.lines(transaction, LineQuery.open(Receipts.KIND).in(Set.of(States.RECEIVED)), (receipt, line) -> {
                if (left.apply(line).signum() > 0) {
                    waiting.computeIfAbsent(receipt, key -> new ArrayList<>()).add(line.item());
                }
            });
            return Boolean.TRUE;
        });
        return waiting.entrySet().stream().limit(limit).map(entry -> new Task(topic, title, entry.getKey().number(),
            entry.getKey().id(), subject(entry.getKey(), entry.getValue()), Optional.empty(),
            entry.getKey().priority())).toList();
    }

    private static String subject(Document receipt, List<String> items) {
        String what = items.getFirst() + (items.size() > 1 ? " and " + (items.size() - 1) + " more" : "");
        return receipt.partnerCode().isEmpty() ? what : receipt.partnerCode() + ": " + what;
    }

}
