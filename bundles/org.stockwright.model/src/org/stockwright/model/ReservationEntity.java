package org.stockwright.model;

import java.math.BigDecimal;
import java.time.Instant;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.eclipse.persistence.annotations.ReadOnly;

/** Stock that is held for somebody. Written by the ledger alone. */
@Entity(name = "Reservation")
@Table(name = "reservation")
@Cacheable(false)
@ReadOnly
public class ReservationEntity {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "reservation_key")
    private String key;

    @ManyToOne(optional = false)
    @JoinColumn(name = "balance_id")
    private BalanceEntity balance;

    @Column(name = "quantity")
    private BigDecimal quantity;

    @Column(name = "open_quantity")
    private BigDecimal openQuantity;

    @Column(name = "holder")
    private String holder;

    @Column(name = "user_name")
    private String userName;

    @Column(name = "created_at")
    @Convert(converter = MicrosConverter.class)
    private Instant createdAt;

    @Column(name = "expires_at")
    @Convert(converter = MicrosConverter.class)
    private Instant expiresAt;

    /** For the persistence provider only: the ledger writes these rows. */
    protected ReservationEntity() {
        // filled by the provider
    }

    /** The number that the database knows it by. */
    public long getId() {
        return id;
    }

    /** The key that its sender made. */
    public String getKey() {
        return key;
    }

    /** What is held. */
    public BalanceEntity getBalance() {
        return balance;
    }

    /** What was held at first, in the base unit. */
    public BigDecimal getQuantity() {
        return quantity;
    }

    /** What is still held, in the base unit. */
    public BigDecimal getOpenQuantity() {
        return openQuantity;
    }

    /** For what it is held. */
    public String getHolder() {
        return holder;
    }

    /** Who holds it. */
    public String getUserName() {
        return userName;
    }

    /** Since when. */
    public Instant getCreatedAt() {
        return createdAt;
    }

    /** Until when, or {@code null}. */
    public Instant getExpiresAt() {
        return expiresAt;
    }

}
