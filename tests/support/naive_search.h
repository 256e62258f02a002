// SPDX-License-Identifier: Apache-2.0
// naive_search.h — a search that reads every document and compares every word: the oracle for which documents match.
//
// It shares with the library the analyser and the definitions (which alternatives a word has, what a hit is), and nothing of
// how they are found: no lexicon, no postings, no segments, no edit-distance automaton.
#ifndef SIGNPOST_TESTS_SUPPORT_NAIVE_SEARCH_H_
#define SIGNPOST_TESTS_SUPPORT_NAIVE_SEARCH_H_

#include <signpost/document.h>
#include <signpost/settings.h>

#include <set>
#include <string>
#include <vector>

// Returns the object_ids of the hits of a query of plain words among `documents`, all of language `lang` and for everybody,
// with the default searchable attributes.
std::set<std::string> NaiveSearch(const std::vector<signpost::Document>& documents, const std::string& lang,
                                  const std::string& query, const signpost::TypoTolerance& typos);

#endif  // SIGNPOST_TESTS_SUPPORT_NAIVE_SEARCH_H_
