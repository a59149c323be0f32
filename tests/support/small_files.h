// No file may grow past so many bytes while it lives: a disk that fills up in the middle of a file.
#pragma once
#include <csignal>
#include <sys/resource.h>

namespace test {

class SmallFiles {
public:
    explicit SmallFiles(rlim_t bytes) : before_signal_(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &before_);
        rlimit const now{bytes, before_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &now);
    }
    ~SmallFiles()
    {
        setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, before_signal_);
    }
    SmallFiles(SmallFiles const&) = delete;
    SmallFiles& operator=(SmallFiles const&) = delete;

private:
    rlimit before_{};
    void (*before_signal_)(int);
};

} // namespace test
