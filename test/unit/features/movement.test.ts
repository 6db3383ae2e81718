import { expect, test } from 'vitest';
import type { MigrationResult } from '#lib/api/index.ts';
