package org.stockwright.model;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.eclipse.persistence.annotations.IdValidation;
import org.eclipse.persistence.annotations.PrimaryKey;

/** A lot or a serial number of an item; the row 0 stands for none. */
@Entity(name = "Lot")
@Table(name = "lot")
@Cacheable(false)
@PrimaryKey(validation = IdValidation.NULL)
public class LotEntity {

    @Id
    @Column(name = "id")
    private long id;

    @ManyToOne
    @JoinColumn(name = "item_id")
    private ItemEntity item;

    @Column(name = "code")
    private String code;

    @Column(name = "serial")
    @Convert(converter = FlagConverter.class)
    private boolean serial;

    @Column(name = "expires_on")
    private LocalDate expiresOn;

    @Column(name = "created_at")
    @Convert(converter = MicrosConverter.class)
    private Instant createdAt;

    /** For the persistence provider only. */
    protected LotEntity() {
        // filled by the provider
    }

    /** A new row; the caller has drawn its identity and sets the rest. */
    public LotEntity(long id) {
        this.id = id;
    }

    /** The number that the database knows it by. */
    public long getId() {
        return id;
    }

    /** What it is a lot of, or {@code null}. */
    public ItemEntity getItem() {
        return item;
    }

    /** Sets what {@link #getItem} tells. */
    public void setItem(ItemEntity item) {
        this.item = item;
    }

    /** What people read on it. */
    public String getCode() {
        return code;
    }

    /** Sets what {@link #getCode} tells. */
    public void setCode(String code) {
        this.code = code;
    }

    /** Whether it is one piece with a serial number. */
    public boolean isSerial() {
        return serial;
    }

    /** Sets what {@link #isSerial} tells. */
    public void setSerial(boolean serial) {
        this.serial = serial;
    }

    /** The last day of its life, or {@code null}. */
    public LocalDate getExpiresOn() {
        return expiresOn;
    }

    /** Sets what {@link #getExpiresOn} tells. */
    public void setExpiresOn(LocalDate expiresOn) {
        this.expiresOn = expiresOn;
    }

    /** When it was first named. */
    public Instant getCreatedAt() {
        return createdAt;
    }

    /** Sets what {@link #getCreatedAt} tells. */
    public void setCreatedAt(Instant createdAt) {
        this.createdAt = createdAt;
    }

}
