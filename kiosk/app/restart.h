// Starting anew: the loop ends, everything is put down in order, and the same program begins again with the same
// arguments in the same process. One way to start, after a crash, a power cut and new content alike. Any thread may
// ask.
#pragma once
#include <atomic>

namespace kiosk::app {

class Restart {
public:
    // Heard at the loop's next turn: wake it.
    void ask() { asked_ = true; }
    bool asked() const { return asked_; }

private:
    std::atomic<bool> asked_ = false;
};

// Comes back only if it failed.
void begin_again(char** argv);

} // namespace kiosk::app
