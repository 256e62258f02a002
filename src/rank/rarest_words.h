// SPDX-License-Identifier: Apache-2.0
// rarest_words.h — the best hits of a query of very many words, such as a mail.
//
// How:      of the documents that hold one of the rarest limits::kMaxFindingWords words, those are scored in full that hold
//           most of them by information. What all words of a mail say together is told by a few documents that share most.
// Threads:  one thread; memory for each document belongs to the thread and is used again.
// Cost:     the lists of those words, about a nanosecond a document, and the scores.
#ifndef SIGNPOST_RANK_RAREST_WORDS_H_
#define SIGNPOST_RANK_RAREST_WORDS_H_

#include <cstddef>

#include "rank/hit_search.h"
#include "rank/refiner.h"

namespace signpost::rank {

// Gives `refiner` what it needs to know the best `count` hits. REQUIRES: as AnyWord::FindBest, and more words than
// limits::kMaxFindingWords that decide.
void FindBestByRarest(const HitSearch& search, std::size_t count, Refiner* refiner);

}  // namespace signpost::rank

#endif  // SIGNPOST_RANK_RAREST_WORDS_H_
