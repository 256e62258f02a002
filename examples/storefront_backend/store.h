// SPDX-License-Identifier: Apache-2.0
// store.h — the indexes of a store, built from the bundled data, and the federation of them.
#ifndef STORE_H_
#define STORE_H_

#include <memory>
#include <string>
#include <vector>

#include <signpost/signpost.h>

// Threads: immutable once made; Search of the federation may run concurrently.
class Store {
 public:
  // `folder`: data/ of the source tree. The indexes are those of federation.json; each has a folder of documents, settings and
  // perhaps rules of its own, and all have the same synonyms.
  static absl::StatusOr<Store> Open(const std::string& folder);

  const signpost::Federation& federation() const { return *federation_; }

 private:
  std::vector<std::unique_ptr<signpost::Index>> indexes_;
  std::unique_ptr<signpost::Federation> federation_;
};

#endif  // STORE_H_
