import { describe, expect, it } from 'vitest';
import { isFrenchVat, isIban, isRib, isSiren, isSiret, isSocialSecurity } from '../../../src/french/checksums.ts';

describe('check digits', () => {
  it('know a SIRET and a SIREN, and La Poste apart', () => {
    expect(isSiret('73282932000074')).toBe(true);
    expect(isSiret('73282932000075')).toBe(false);
    expect(isSiren('732829320')).toBe(true);
    expect(isSiren('732829321')).toBe(false);
    // The digits of this one add up to 35, and Luhn's sum refuses it.
    expect(isSiret('35600000049837')).toBe(true);
    expect(isSiret('35600000049838')).toBe(false);
  });
  it('know a French VAT number', () => {
    expect(isFrenchVat('FR44732829320')).toBe(true);
    expect(isFrenchVat('FR45732829320')).toBe(false);
  });
  it('know an IBAN and a RIB', () => {
    expect(isIban('FR1420041010050500013M02606')).toBe(true);
    expect(isIban('FR1420041010050500013M02607')).toBe(false);
    expect(isIban('DE89370400440532013000')).toBe(true);
    expect(isRib('20041010050500013M02606')).toBe(true);
    expect(isRib('20041010050500013M02607')).toBe(false);
  });
  it('know a social security number, in Corsica too', () => {
    const key = (number: string, value: bigint) => `${number}${String(97n - (value % 97n)).padStart(2, '0')}`;
    expect(isSocialSecurity(key('1850735238123', 1850735238123n))).toBe(true);
    expect(isSocialSecurity(key('185072A238123', 1850719238123n))).toBe(true);
    expect(isSocialSecurity('185073523812300')).toBe(false);
  });
});
