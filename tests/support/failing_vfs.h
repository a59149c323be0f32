// A file layer for SQLite that lets the N-th write, sync, truncation, opening or removal of a file fail (a removal
// syncs its folder, which may fail alone), once or from then on; otherwise the usual one. It counts what is asked of
// it. After SQLite's own I/O-error tests (sqlite.org/testing.html). One at a time.
#pragma once
#include <string>

namespace test {

enum class FailFor { once, good };

// What was asked of the file layer since it was made.
struct FileCalls {
    long writes = 0, syncs = 0, folder_syncs = 0, truncates = 0, opens = 0, removals = 0;
    long all() const { return writes + syncs + folder_syncs + truncates + opens + removals; }
};

class FailingVfs {
public:
    FailingVfs();
    ~FailingVfs();
    FailingVfs(FailingVfs const&) = delete;
    FailingVfs& operator=(FailingVfs const&) = delete;

    std::string name() const { return "failing"; }
    // The n-th call from now fails with this SQLite code; 0: none.
    void fail_at(int n, FailFor duration, int code);
    bool failed() const;
    FileCalls calls() const;
};

} // namespace test
