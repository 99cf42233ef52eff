package org.stockwright.ui.session;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Progress;
import org.stockwright.company.Companies;
import org.stockwright.company.Companies.Draft;
import org.stockwright.ledger.Stock;
import org.stockwright.ledger.StockQuery;
import org.stockwright.ledger.Verification;
import org.stockwright.testkit.ui.StockwrightBot;
import org.stockwright.ui.Services;
import org.stockwright.ui.Work;

import static org.assertj.core.api.Assertions.assertThat;

/** A view that still reads while the book is being closed ends quietly. */
class ClosingBookTest {

    private final StockwrightBot bot = new StockwrightBot();
    private final List<IStatus> logged = new CopyOnWriteArrayList<>();
    private final ILogListener listener = (status, plugin) -> logged.add(status);
    private volatile int ended;
    private volatile int answered;

    @TempDir
    private Path folder;

    @BeforeEach
    void makeABook() {
        bot.closeAllEditors();
        assertThat(companies().create(folder.resolve("book").toString(), "somebody",
            new Draft("Closing company", Currency.getInstance("EUR"), ZoneId.of("UTC"), false), Progress.NONE).isDone())
            .isTrue();
        bot.waitForWork();
        Platform.addLogListener(listener);
    }

    @AfterEach
    void stopListening() {
        Platform.removeLogListener(listener);
        companies().close();
    }

    @Test
    void whoAsksAServiceOfAClosedBookHearsNothingAndNothingIsLogged() {
        Stock known = service(Stock.class);
        assertThat(known.onHand(StockQuery.all(StockQuery.Grouping.ITEM))).isEmpty();
        Verification neverAsked = service(Verification.class);
        companies().close();
        read(() -> known.onHand(StockQuery.all(StockQuery.Grouping.ITEM)).size());
        read(() -> neverAsked.verify(Progress.NONE).size());
        bot.waitForWork();
        assertThat(ended).as("both have ended").isEqualTo(2);
        assertThat(answered).as("without an answer").isZero();
        assertThat(logged).extracting(IStatus::getMessage).isEmpty();
    }

    @Test
    void anythingElseIsLogged() {
        read(() -> {
            throw new IllegalStateException("a bug");
        });
        bot.waitForWork();
        assertThat(logged).hasSize(1);
        assertThat(logged.getFirst().getException()).hasMessage("a bug");
    }

    private void read(java.util.function.IntSupplier question) {
        bot.getDisplay().syncExec(() -> Work.load("Reading", progress -> Integer.valueOf(question.getAsInt()))
            .done(answer -> answered++).always(() -> ended++).start());
    }

    private static Companies companies() {
        return service(Companies.class);
    }

    private static <T> T service(Class<T> type) {
        return Services.find(ClosingBookTest.class, type).orElseThrow();
    }

}
