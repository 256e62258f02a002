// SPDX-License-Identifier: Apache-2.0
// limits.h — every cap in one place, with what happens beyond it. Work stays bounded whatever comes in.
#ifndef SIGNPOST_BASE_LIMITS_H_
#define SIGNPOST_BASE_LIMITS_H_

#include <cstddef>
#include <cstdint>

namespace signpost::limits {

// --- documents: beyond it, InvalidArgument ---
constexpr std::size_t kMaxObjectIdBytes = 1024;
constexpr std::size_t kMaxTitleBytes = 64 * 1024;
constexpr std::size_t kMaxDocumentBytes = 64 * 1024 * 1024;  // all text of one document
constexpr std::size_t kMaxSectionsPerDocument = 65'535;
constexpr std::size_t kMaxAudiencesPerDocument = 32;
constexpr std::size_t kMaxPartitions = 4096;  // combinations of language and audience set in one index
constexpr std::size_t kMaxDocumentsPerSegment = 1u << 30;
constexpr int kMaxValueDepth = 64;  // nesting of arrays and objects in an attribute

// --- text: beyond it, the rest of the token is cut off for matching and still highlighted ---
constexpr std::size_t kMaxTermBytes = 128;  // of a normalised term
// Parts of one identifier (E-404 has two). One with more, or with a whole above kMaxTermBytes, is found by its parts
// alone.
constexpr std::size_t kMaxIdentifierParts = 32;
constexpr std::size_t kMaxInnerParts = 8;         // pieces of one unit (SkipBridge has two); one with more has none
constexpr std::size_t kMaxPlaceholderBytes = 64;  // of the name in `<name>`; a longer one is no placeholder
constexpr std::size_t kMaxDigitGroups = 6;        // of 3 000 000 behind its first one, where spaces group the digits
// Tokens beyond it are neither found nor highlighted; the document still is by what stands before.
constexpr std::uint32_t kMaxPositionsPerField = 1u << 24;
constexpr std::uint32_t kPositionGap = 16;  // between values of one field, so that nothing matches across

// --- settings: beyond it, InvalidArgument ---
constexpr std::size_t kMaxFields = 16;
constexpr std::size_t kMaxCustomRankings = 8;
constexpr std::size_t kMaxColumns = 64;  // attributes to filter, count, sort and rank by

// --- requests: beyond it, InvalidArgument ---
constexpr std::size_t kMaxQueryBytes = 64 * 1024;
constexpr int kMaxHitsPerPage = 1000;
constexpr int kMaxHitsReachable = 10'000;  // Settings::pagination_limited_to
constexpr int kMaxSnippetWords = 1000;
constexpr int kMaxSnippetCharacters = 10'000;
constexpr int kMaxSnippets = 10;  // places of one body
constexpr int kMaxAnswers = 10;
constexpr std::size_t kMaxAnswerHits = 5;           // hits of a page in which answers are looked for
constexpr std::size_t kMaxAnswerBytes = 1500;       // longer passages are no answers
constexpr std::size_t kMaxAnswerPassages = 20'000;  // of one document; those behind are not looked at
constexpr std::size_t kMaxSortKeys = 8;
constexpr int kMaxDistinct = 4;
constexpr int kMaxFacetValues = 1000;  // of one facet in one response
constexpr int kMaxFacetHits = 100;     // of one search in the values of a facet
// Values of a facet that are compared with what was typed: those that most hits have; the answer says that there are more.
constexpr std::size_t kMaxFacetValuesSearched = 20'000;
constexpr std::size_t kMaxFilterBytes = 64 * 1024;
constexpr std::size_t kMaxFilterTerms = 4096;  // of one request
constexpr int kMaxFilterDepth = 32;            // of parentheses, or of a tree
constexpr std::size_t kMaxOptionalFilters = 64;
constexpr std::size_t kMaxTicketBytes = 256 * 1024;  // subject and body; of the problem in them, kMaxQueryBytes are read
constexpr int kMaxTicketArticles = 20;
constexpr int kMaxTicketSentences = 10;  // shown beside an article

// --- planning: beyond it, the cheaper alternatives stay (rarest words first for kMaxQueryWords) ---
constexpr std::size_t kMaxQueryWords = 512;  // distinct words of a query that are looked up
constexpr std::size_t kMaxExcluded = 64;     // words and phrases that a query excludes
constexpr std::uint32_t kMaxPrefixTerms =
    256;  // terms of a cut word; of more, a list made at build time stands for them
constexpr std::uint64_t kMaxPhraseChecks = 200'000;  // documents looked at in one query for terms side by side
constexpr std::size_t kMaxCompoundTerms = 256;       // terms looked at as compounds of one word, in byte order
constexpr std::size_t kMaxTypoTerms = 64;            // terms that one misspelled word stands for
constexpr std::size_t kMaxTypoWordCodepoints = 60;   // longer words match exactly only
constexpr std::size_t kMaxWordsWithTypos = 32;       // words of one query that are looked up with edits
constexpr std::size_t kMaxFuzzyVisits = 400'000;     // nodes of the lexicon seen by one look-up with edits

// --- suggestions ---
constexpr std::size_t kMaxCompletionBytes = 200;   // of a title, heading or query that is suggested; longer ones are not
constexpr std::size_t kMaxCompletionWords = 24;    // of it, at which what was typed may begin
constexpr std::uint32_t kMaxCompletionStarts = 20'000;  // word starts looked at for what goes on from what was typed
constexpr std::size_t kMaxFoundChecks = 64;  // popular queries of which one request asks whether they find something
constexpr std::uint32_t kMaxCompletionChecks = 2000;  // phrases looked at for words that stand apart, in each segment
constexpr std::size_t kMaxCompletionTypos = 8;     // words that one misspelled word of a suggestion stands for
constexpr int kMaxSuggestions = 100;               // of one response; beyond it, InvalidArgument
constexpr std::size_t kMaxSuggestQueryBytes = 512;  // the same
constexpr std::size_t kMaxPopularQueries = 100'000;  // the same
constexpr std::size_t kMaxFoundKept = 10'000;      // queries of which a view keeps whether they find something

// --- related articles ---
constexpr int kMaxRelated = 100;                          // beyond it, InvalidArgument
constexpr int kMaxDuplicatePairs = 10'000;                // of one response; the same
constexpr double kMinDuplicateThreshold = 0.3;            // below it, the same: nearly every pair would be looked at
constexpr std::size_t kMaxDuplicateChecks = 1'000'000;    // pairs compared in one language; the answer says that it is cut

// --- ranking ---
// Postings of a long query up to which its hits are counted one by one; of more, the count is an estimate.
constexpr std::uint64_t kExactCountPostings = 20'000;
// Documents of the words of a long query that are found for them, summed over the words; commoner words only count in
// documents that hold a rarer one.
constexpr std::uint64_t kMaxSummedDocuments = 250'000;
// Documents of a long query that its commoner words are looked for in: those that hold most of the rarer ones.
constexpr std::size_t kMaxProbedDocuments = 20'000;
// Words of a longer query that find documents, the rarest; the others only count in the score of those.
constexpr std::size_t kMaxFindingWords = 48;

// --- rules ---
constexpr std::size_t kMaxRules = 10'000;
constexpr std::size_t kMaxSynonyms = 10'000;
constexpr std::size_t kMaxSynonymMatches = 1024;  // runs of words of one query that have synonyms; the first ones count
constexpr std::size_t kMaxReplacements = 256;     // what is looked for instead of one run of words
// Forms that a synonym of several words is looked for in: its words as they are, then with one in another form, and so on.
constexpr std::size_t kMaxPhraseForms = 16;
constexpr std::size_t kMaxSynonymGuesses = 8;     // words of synonyms that one mistyped or half-typed word may be
constexpr std::size_t kMaxSynonymSteps = 10'000;  // words compared in one query for synonyms with such a word in them
constexpr std::size_t kMaxCaptureTokens = 8;      // tokens that one capture may take
// Longer texts are neither numbers nor addresses (RFC 5321, section 4.5.3.1.3, gives an address 254 octets).
constexpr std::size_t kMaxCaptureBytes = 256;
constexpr std::size_t kMaxRuleQueryTokens = 64;  // longer queries match no capture and no alternative word of a pattern
// Beyond these, up to the next blank line, InvalidArgument.
constexpr std::size_t kMaxPatternElements = 64;  // words and captures of one pattern
constexpr std::size_t kMaxRuleConditions = 200;  // of one rule
constexpr std::size_t kMaxRuleObjects = 1000;    // promoted and hidden ones, edits and boosts of one rule, each
constexpr std::size_t kMaxExpressionBytes = 512;
constexpr std::int64_t kMaxExpressionMemory = 512 * 1024;            // of one expression, compiled
constexpr std::int64_t kMaxExpressionSetMemory = 128 * 1024 * 1024;  // of all, with what searches keep
constexpr std::size_t kMaxMoved = 100'000;
constexpr std::size_t kMaxMovedBytes = 2048;  // of one address

constexpr std::size_t kMaxRuleSynonyms = 256;       // readings of one query by synonyms that rules look at
constexpr std::size_t kMaxRuleTypoCodepoints = 24;  // longer words of patterns and queries are not misspelled ones
constexpr std::size_t kMaxRuleTypoTerms = 8;        // words of patterns that one misspelled word stands for

// --- federated search: beyond it, InvalidArgument ---
constexpr std::size_t kMaxFederatedQueries = 32;  // of one request
constexpr double kMaxFederatedWeight = 1000;
constexpr std::size_t kMaxIntentWords = 1000;  // of one index in one language

// --- languages ---
constexpr std::size_t kMaxLanguageFallbacks =
    16;  // of one language, and languages that declare some; beyond it, InvalidArgument
constexpr std::size_t kMaxCorporaKept = 64;  // of one view (index/corpora.h); beyond it, all are made again

// --- segments ---
constexpr std::size_t kMaxSegmentsPerPartition = 10;  // more are merged when a change is published

}  // namespace signpost::limits

#endif  // SIGNPOST_BASE_LIMITS_H_
