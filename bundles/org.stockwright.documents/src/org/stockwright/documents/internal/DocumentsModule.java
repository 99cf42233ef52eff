package org.stockwright.documents.internal;

import java.net.URL;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.persistence.spi.ModuleContribution;
import org.stockwright.persistence.spi.Scripts;

/** What documents bring to the store. */
@Component
public final class DocumentsModule implements ModuleContribution {

    private static final List<String> SCRIPTS = List.of("0001-documents.sql", "0002-append-only.derby.sql",
        "0002-append-only.postgresql.sql", "0003-indexes.postgresql.sql");

    @Override
    public String moduleId() {
        return "org.stockwright.documents";
    }

    @Override
    public String version() {
        return "0.1.0";
    }

    @Override
    public String title() {
        return "Documents";
    }

    @Override
    public String feature() {
        return "org.stockwright.core.feature";
    }

    @Override
    public boolean isIndispensable() {
        return true;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of();
    }

    @Override
    public List<URL> migrations() {
        return Scripts.of(DocumentsModule.class, SCRIPTS);
    }

}
