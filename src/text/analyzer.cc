// SPDX-License-Identifier: Apache-2.0
#include "text/analyzer.h"

#include <algorithm>

#include "base/limits.h"
#include "text/language_pack.h"
#include "text/placeholder.h"
#include "text/stem_class.h"
#include "text/tokenizer.h"

namespace signpost::text {

void Analyzer::Analyze(std::string_view text, TokenList* out) const {
  text = text.substr(0, limits::kMaxDocumentBytes);
  Tokenizer(*pack_, text, out).Run();
  AddPlaceholders(text, out);
}

std::string Analyzer::Stem(std::string_view term) const { return StemClass(*pack_, term); }

bool Analyzer::IsStopWord(std::string_view term) const {
  return std::binary_search(pack_->stop_words.begin(), pack_->stop_words.end(), term);
}

}  // namespace signpost::text
