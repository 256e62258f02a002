// SPDX-License-Identifier: Apache-2.0
#include "index/popular_queries.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "base/bytes.h"
#include "base/limits.h"
#include "base/status.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "text/analyzer.h"
#include "text/language_pack.h"

namespace signpost::index {
namespace {

absl::Status Validate(const PopularQuery& query, std::size_t place) {
  auto wrong = [&](const auto&... why) {
    return InvalidArgument("popular query ", place, ", ", Quoted(query.query), ": ", why...);
  };
  if (query.query.empty()) return wrong("query is empty");
  if (query.query.size() > limits::kMaxCompletionBytes) {
    return wrong("query has ", query.query.size(), " bytes, the limit is ", limits::kMaxCompletionBytes);
  }
  if (FindInvalidUtf8(query.query) != kValidUtf8) return wrong("query is not UTF-8");
  if (query.object_id.size() > limits::kMaxObjectIdBytes) {
    return wrong("objectID has ", query.object_id.size(), " bytes, the limit is ", limits::kMaxObjectIdBytes);
  }
  if (query.until != 0 && query.until <= query.from) {
    return wrong("until is ", query.until, ", expected after from, ", query.from);
  }
  return absl::OkStatus();
}

void PutList(const std::vector<std::string>& list, ByteWriter* out) {
  out->Varint(list.size());
  for (const std::string& text : list) out->String(text);
}

std::vector<std::string> GetList(ByteReader* in) {
  std::vector<std::string> out;
  for (std::uint64_t count = in->Varint(); count > 0 && in->ok(); --count) out.emplace_back(in->String());
  return out;
}

}  // namespace

absl::StatusOr<PopularQueries> PopularQueries::Compile(std::vector<PopularQuery> list, std::string_view language) {
  if (list.size() > limits::kMaxPopularQueries) {
    return InvalidArgument("popular queries: ", list.size(), " of them, the limit is ", limits::kMaxPopularQueries);
  }
  std::map<std::string, std::vector<std::uint32_t>> by_tag;
  for (std::uint32_t i = 0; i < list.size(); ++i) {
    SIGNPOST_RETURN_IF_ERROR(Validate(list[i], i));
    by_tag[text::NormalizeLanguageTag(list[i].lang.empty() ? language : list[i].lang)].push_back(i);
  }
  PopularQueries out;
  for (auto& [tag, places] : by_tag) {
    std::sort(places.begin(), places.end(), [&](std::uint32_t a, std::uint32_t b) {
      if (list[a].count != list[b].count) return list[a].count > list[b].count;
      return list[a].query != list[b].query ? list[a].query < list[b].query : a < b;
    });
    const text::Analyzer analyzer(text::FindLanguagePack(tag));
    text::TokenList tokens;
    segment::CompletionTableBuilder builder;
    for (std::uint32_t i = 0; i < places.size(); ++i) {
      const std::string& query = list[places[i]].query;
      analyzer.Analyze(query, &tokens);
      builder.Add(segment::CompletionKind::kTitle, query, segment::CompletionKey(tokens), i);
    }
    std::vector<std::uint32_t> same(places.size());
    std::iota(same.begin(), same.end(), 0);
    auto bytes = std::make_shared<const std::string>(builder.Build(same));
    SIGNPOST_ASSIGN_OR_RETURN(segment::CompletionTable table, segment::CompletionTable::Open(*bytes));
    out.languages_.push_back({tag, std::move(places), std::move(bytes), table});
  }
  out.list_ = std::move(list);
  return out;
}

std::string EncodePopularQueries(const std::vector<PopularQuery>& list) {
  ByteWriter out;
  out.Varint(list.size());
  for (const PopularQuery& query : list) {
    out.String(query.query);
    out.String(query.lang);
    out.Varint(query.count);
    out.String(query.object_id);
    PutList(query.contexts, &out);
    PutList(query.audiences, &out);
    out.Fixed(query.from);
    out.Fixed(query.until);
  }
  return out.Take();
}

absl::StatusOr<std::vector<PopularQuery>> DecodePopularQueries(std::string_view bytes) {
  ByteReader in(bytes);
  std::vector<PopularQuery> out;
  for (std::uint64_t count = in.Varint(); count > 0 && in.ok(); --count) {
    PopularQuery query;
    query.query = in.String();
    query.lang = in.String();
    query.count = in.Varint();
    query.object_id = in.String();
    query.contexts = GetList(&in);
    query.audiences = GetList(&in);
    query.from = in.Fixed<std::int64_t>();
    query.until = in.Fixed<std::int64_t>();
    out.push_back(std::move(query));
  }
  if (!in.ok() || !in.done()) return DataLoss("reading popular queries: the bytes do not fit, of ", bytes.size());
  return out;
}

}  // namespace signpost::index
