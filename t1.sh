set -u
N="0&&x y";(( N )); echo same $?
