// Owns an open file descriptor and closes it; -1 for none.
#pragma once
#include <unistd.h>
#include <utility>

namespace kiosk {

class FileDescriptor {
public:
    explicit FileDescriptor(int number = -1) : number_(number) {}
    FileDescriptor(FileDescriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    FileDescriptor& operator=(FileDescriptor&& other) noexcept
    {
        if (this == &other) return *this;
        close();
        number_ = std::exchange(other.number_, -1);
        return *this;
    }
    ~FileDescriptor() { close(); }
    int number() const { return number_; }
    bool ok() const { return number_ >= 0; }

private:
    void close() const
    {
        if (number_ >= 0) ::close(number_);
    }
    int number_;
};

} // namespace kiosk
