package org.stockwright.model;

import java.time.Instant;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The company whose book this is; there is one row, with id 1. */
@Entity(name = "Company")
@Table(name = "company")
@Cacheable(false)
public class CompanyEntity {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "name")
    private String name;

    @Column(name = "currency")
    private String currency;

    @Column(name = "zone")
    private String zone;

    @Column(name = "demo")
    @Convert(converter = FlagConverter.class)
    private boolean demo;

    @Column(name = "created_at")
    @Convert(converter = MicrosConverter.class)
    private Instant createdAt;

    @Version
    @Column(name = "version")
    private long version;

    /** For the persistence provider only. */
    protected CompanyEntity() {
        // filled by the provider
    }

    /** A new row; the caller has drawn its identity and sets the rest. */
    public CompanyEntity(long id) {
        this.id = id;
    }

    /** The number that the database knows it by. */
    public long getId() {
        return id;
    }

    /** What it is called. */
    public String getName() {
        return name;
    }

    /** Sets what {@link #getName} tells. */
    public void setName(String name) {
        this.name = name;
    }

    /** The ISO 4217 code of its books. */
    public String getCurrency() {
        return currency;
    }

    /** Sets what {@link #getCurrency} tells. */
    public void setCurrency(String currency) {
        this.currency = currency;
    }

    /** The id of its time zone. */
    public String getZone() {
        return zone;
    }

    /** Sets what {@link #getZone} tells. */
    public void setZone(String zone) {
        this.zone = zone;
    }

    /** Whether it is the demo company. */
    public boolean isDemo() {
        return demo;
    }

    /** Sets what {@link #isDemo} tells. */
    public void setDemo(boolean demo) {
        this.demo = demo;
    }

    /** When it was made. */
    public Instant getCreatedAt() {
        return createdAt;
    }

    /** Sets what {@link #getCreatedAt} tells. */
    public void setCreatedAt(Instant createdAt) {
        this.createdAt = createdAt;
    }

    /** How often it was changed. */
    public long getVersion() {
        return version;
    }

}
