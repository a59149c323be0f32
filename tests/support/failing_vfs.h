// A file layer for SQLite that lets the N-th write, sync or truncation fail, once or from then on; otherwise the usual
// one. After SQLite's own I/O-error tests (sqlite.org/testing.html). One at a time.
#pragma once
#include <string>

namespace test {

enum class FailFor { once, good };

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
};

} // namespace test
