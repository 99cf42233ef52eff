package org.stockwright.company.ui.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.company.Company;
import org.stockwright.ui.StatusField;

/** The status field that tells when the last backup was made. */
@Component(service = StatusField.class)
public final class BackupField extends BookField {

    private static final Duration FRESH = Duration.ofDays(7);

    @Activate
    public BackupField(@Reference BookState book) {
        super(book, 50, Messages.Status_backup);
    }

    @Override
    State of(Company company) {
        if (company.lastBackup().isEmpty()) {
            return new State(Messages.Status_noBackup, Messages.Status_noBackupTip, Tone.WARNING);
        }
        Instant last = company.lastBackup().get();
        String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).withZone(company.profile().zone())
            .format(last);
        boolean old = last.isBefore(Instant.now().minus(FRESH));
        return new State(Messages.bind(Messages.Status_backupAt, when), Messages.Status_backupTip,
            old ? Tone.WARNING : Tone.GOOD);
    }

}
