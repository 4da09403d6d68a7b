import { IN_EXTENSIONS, type CaseGroup } from '../support/case.ts';
import { seats } from './seats.ts';

/** What happens when something is not there, or fails. */
export const errors: CaseGroup = {
  title: 'errors',
  subgraphs: seats,
  cases: [
    {
      title: 'a field that fails is null',
      query: '{ seats { id price } }',
      data: {
        seats: [
          { id: '1', price: 10 },
          { id: '2', price: null },
          { id: '3', price: 30 },
        ],
      },
      errors: [{ path: ['seats', 1, 'price'], message: 'No price.' }],
    },
    {
      title: 'a field under another name fails under that name',
      query: '{ all: maybe { cost: price } }',
      data: { all: [{ cost: 10 }, { cost: null }, { cost: 30 }] },
      errors: [{ path: ['all', 1, 'cost'], message: 'No price.' }],
    },
    {
      title: 'what must be there takes the item of a list with it',
      query: '{ maybe { number } }',
      data: { maybe: [{ number: 1 }, null, { number: 3 }] },
      errors: [{ path: ['maybe', 1, 'number'], message: 'No number.' }],
    },
    {
      title: 'what must be there takes everything with it',
      query: '{ seats { number } seat { label } }',
      data: null,
      errors: [{ path: ['seats', 1, 'number'], message: 'No number.' }],
    },
    {
      title: 'what must be there takes the next that may be missing with it',
      query: '{ row { first { number } } seat { number } }',
      data: { row: null, seat: { number: 1 } },
      errors: [{ path: ['row', 'first', 'number'], message: 'No number.' }],
    },
    {
      title: 'a root field that fails leaves the others',
      query: '{ broken { id } seat { id guest { name } } }',
      data: { broken: null, seat: { id: '1', guest: { name: 'An' } } },
      errors: [{ path: ['broken'], message: 'No seat.' }],
    },
    {
      title: 'a field of an entity fails where the entity is',
      query: '{ seats { id guest { name } } }',
      data: {
        seats: [
          { id: '1', guest: { name: 'An' } },
          { id: '2', guest: null },
          { id: '3', guest: null },
        ],
      },
      errors: [{ path: ['seats', 1, 'guest'], message: 'No guest.' }],
    },
    {
      title: 'the same within lists of lists',
      query: '{ rows { seats { mood } } }',
      data: {
        rows: [
          { seats: [{ mood: null }] },
          { seats: [{ mood: null }, { mood: null }, { mood: null }] },
        ],
      },
      errors: [
        { path: ['rows', 0, 'seats', 0, 'mood'], message: 'No mood.' },
        { path: ['rows', 1, 'seats', 0, 'mood'], message: 'No mood.' },
        { path: ['rows', 1, 'seats', 1, 'mood'], message: 'No mood.' },
      ],
    },
    {
      title: 'an entity without what must be there is null',
      query: '{ maybe { id host { name } } }',
      data: { maybe: [{ id: '1', host: { name: 'Bo' } }, null, null] },
      errors: [{ path: ['maybe', 1, 'host'], message: 'No host.' }],
    },
    {
      title: 'an entity that fails as a whole fails where it is',
      query: '{ maybe { id view } }',
      data: { maybe: [{ id: '1', view: 1 }, null, { id: '3', view: 1 }] },
      errors: [{ path: ['maybe', 1], message: 'No view.' }],
    },
    {
      title: 'entities that fail all together fail in no one place',
      query: '{ maybe { id map } }',
      data: {
        maybe: [
          { id: '1', map: null },
          { id: '2', map: null },
          { id: '3', map: null },
        ],
      },
      errors: [{ message: 'No maps.' }],
      otherwise: { stock: 'It names a place with a mark of its plan in it: maybe, @, _entities.' },
    },
    {
      title: 'an entity that is missing, without what must be there',
      query: '{ last { id host { age } } seat { id } }',
      data: { last: null, seat: { id: '1' } },
      errors: [{ path: ['last', 'host'] }],
      otherwise: { ours: IN_EXTENSIONS, stock: IN_EXTENSIONS },
    },
    {
      title: 'a field within what fails',
      query: '{ guest { name age } seat { id } }',
      data: { guest: null, seat: { id: '1' } },
      errors: [{ path: ['guest', 'name'], message: 'No name.' }],
    },
    {
      title: 'a subgraph that answers with a status leaves the others',
      query: '{ seat { id light guest { name } } }',
      data: { seat: { id: '1', light: null, guest: { name: 'An' } } },
      errors: [{}],
    },
    {
      title: 'a root field of such a subgraph',
      query: '{ lights seat { id } }',
      data: { lights: null, seat: { id: '1' } },
      errors: [{}],
    },
    {
      title: 'a subgraph that does not answer leaves the others',
      query: '{ seat { id warmth guest { name } } }',
      data: { seat: { id: '1', warmth: null, guest: { name: 'An' } } },
      errors: [{}],
    },
    {
      title: 'a subgraph that does not answer for what must be there',
      query: '{ seat { id heat } must { label } }',
      data: { seat: null, must: { label: 'seat 2' } },
      errors: [{}],
    },
    {
      title: 'a subgraph that gives fewer entities than it was asked for gives none',
      query: '{ maybe { id volume } }',
      data: {
        maybe: [
          { id: '1', volume: null },
          { id: '2', volume: null },
          { id: '3', volume: null },
        ],
      },
      errors: [{}],
    },
    {
      title: 'several that fail are all told of',
      query: '{ seats { price mood light } broken { id } }',
      data: {
        seats: [
          { price: 10, mood: null, light: null },
          { price: null, mood: null, light: null },
          { price: 30, mood: null, light: null },
        ],
        broken: null,
      },
      errors: [
        { path: ['broken'], message: 'No seat.' },
        { path: ['seats', 0, 'mood'], message: 'No mood.' },
        { path: ['seats', 1, 'mood'], message: 'No mood.' },
        { path: ['seats', 1, 'price'], message: 'No price.' },
        {},
      ],
    },
  ],
};
